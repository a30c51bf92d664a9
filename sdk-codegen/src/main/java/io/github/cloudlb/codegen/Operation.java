package io.github.cloudlb.codegen;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * One call of an API: a row of its table.
 *
 * @param name the vendor's action ({@code CreateRule}), or group and verb ({@code member.update})
 * @param path with placeholders ({@code /v2.0/lbaas/pools/{pool_id}}); {@code /} for RPC
 * @param allowedMethods methods the gateway takes, where stated
 * @param schemes {@code http}, {@code https}, where stated
 * @param dialects those that have the operation; none for RPC
 * @param clientToken it takes a ClientToken, so it may be repeated
 * @param async the work goes on after the answer, in at least one dialect; for RPC, the answer has a JobId
 * @param asyncIn the dialects in which it does
 * @param pending what is in a PENDING_ state meanwhile, by dialect
 * @param since minor version of Octavia that brought it
 * @param paged how the listing goes on, if it is one that does
 * @param success statuses by dialect; none stated for RPC
 * @param documentedSuccess what the published page says instead
 * @param sources page by dialect
 * @param facts what else is known, by dialect
 * @param permissions actions or roles by dialect
 * @param poll what to look at until an accepted change is done
 * @param errors codes listed for this operation; RPC only
 */
public record Operation(
        String name,
        String group,
        String method,
        String path,
        List<String> allowedMethods,
        List<String> schemes,
        List<String> dialects,
        boolean readOnly,
        boolean clientToken,
        boolean dryRun,
        boolean async,
        List<String> asyncIn,
        Map<String, String> pending,
        List<Uncertain> uncertain,
        @Nullable String since,
        boolean deprecated,
        @Nullable Paged paged,
        Map<String, List<Integer>> success,
        Map<String, List<Integer>> documentedSuccess,
        Map<String, List<Integer>> documentedErrors,
        Map<String, String> sources,
        Map<String, List<String>> facts,
        Map<String, List<String>> permissions,
        List<Poll> poll,
        Request request,
        Response response,
        List<Listed> errors) {

    public Operation {
        allowedMethods = Absent.asEmpty(allowedMethods);
        schemes = Absent.asEmpty(schemes);
        asyncIn = Absent.asEmpty(asyncIn);
        pending = Absent.asEmpty(pending);
        uncertain = Absent.asEmpty(uncertain);
        success = Absent.asEmpty(success);
        documentedSuccess = Absent.asEmpty(documentedSuccess);
        documentedErrors = Absent.asEmpty(documentedErrors);
        sources = Absent.asEmpty(sources);
        facts = Absent.asEmpty(facts);
        permissions = Absent.asEmpty(permissions);
        poll = Absent.asEmpty(poll);
    }

    /** What a listing lists: the only list, or of those that go on the first that is of more than ids. */
    public Field listed() {
        List<Field> lists = response.fields().stream()
                .filter(field -> "array".equals(field.base().type()))
                .filter(field -> paged == null || paged.items().contains(field.name()))
                .toList();
        if (lists.isEmpty() || paged == null && lists.size() > 1) {
            throw new TableException(name + ": the answer has " + lists.size() + " lists that it could be of");
        }
        return lists.stream().filter(Operation::isOfObjects).findFirst().orElse(lists.get(0));
    }

    private static boolean isOfObjects(Field list) {
        return list.items() != null && "object".equals(list.items().base().type());
    }

    /** Whether the service knows it by a token when it comes again; a read may come again anyway. */
    public boolean isKnownByToken() {
        return clientToken && !readOnly;
    }

    /** Whether it can be tried without being done; where nothing is done, a trial is an ordinary parameter. */
    public boolean canBeTried() {
        return dryRun && !readOnly;
    }

    /**
     * How a listing goes on.
     *
     * @param by {@code marker}, {@code token} or {@code offset}
     * @param items the lists that go on; one answer pages two at once
     * @param links key of the links to other pages
     * @param next field with the token of the next page
     */
    public record Paged(
            String by,
            List<String> items,
            @Nullable String links,
            @Nullable String next) {}

    /** Until none of {@code pending} is seen: then {@code done}, or the thing is gone. */
    public record Poll(String operation, List<String> pending, List<String> done, boolean doneWhenNotFound) {
        public Poll {
            done = Absent.asEmpty(done);
        }
    }

    /** {@code wrapper}: key around the body's fields; absent, they stand at the top. */
    public record Request(@Nullable String wrapper, List<Field> fields) {}

    /**
     * The body of the answer.
     *
     * @param wrapper key around the one object of the answer
     * @param collection key of the array of objects, instead of a wrapper
     * @param links key of the links beside the collection
     * @param envelope other keys beside the collection
     * @param fields of the object or of each object of the collection; none if there is no body
     */
    public record Response(
            @Nullable String wrapper,
            @Nullable String collection,
            @Nullable String links,
            List<Field> envelope,
            List<Field> fields) {
        public Response {
            envelope = Absent.asEmpty(envelope);
        }
    }

    /** An error code as listed for one operation. */
    public record Listed(int status, String code) {}
}
