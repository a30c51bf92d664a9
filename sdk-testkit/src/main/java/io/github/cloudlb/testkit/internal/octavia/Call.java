package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Refusal;
import io.github.cloudlb.testkit.internal.octavia.table.Table;

import java.util.List;

/**
 * A request, and who makes it.
 *
 * @param administrator whether the token has the role of one
 */
record Call(boolean administrator, RecordedRequest request) {

    /** Asks for what the method means. */
    Answer answer(Resources resources, List<String> below) {
        String id = below.isEmpty() ? "" : below.get(0);
        String group = resources.kind().group();
        if (below.size() > 1) {
            List<String> rest = below.subList(1, below.size());
            String operation = resources.operationBelow(request.method(), rest);
            if (!operation.isEmpty() || request.method().equals("GET")) {
                checkPermission(group + "." + (operation.isEmpty() ? "show" : operation));
                return resources.below(id, rest, request);
            }
        }
        return switch (request.method()) {
            case "GET" -> id.isEmpty() ? list(resources) : show(resources, id);
            case "POST" -> {
                if (!id.isEmpty()) {
                    throw new Refusal(OctaviaErrors.notAllowed(request));
                }
                checkPermission(group + ".create");
                yield resources.create(request);
            }
            case "PUT" -> {
                checkPermission(group + ".update");
                yield id.isEmpty() ? resources.replace(request) : resources.update(id, request);
            }
            case "DELETE" -> {
                if (id.isEmpty()) {
                    throw new Refusal(OctaviaErrors.badRequest("Missing argument: \"id\""));
                }
                checkPermission(group + ".delete");
                yield resources.delete(id, request);
            }
            default -> throw new Refusal(OctaviaErrors.notAllowed(request));
        };
    }

    /** Refuses who is no administrator what the table says is for administrators only. */
    void checkPermission(String operation) {
        if (!administrator && Table.isForAdministrators(operation)) {
            throw new Refusal(OctaviaErrors.forbidden());
        }
    }

    /** With a write, a parameter that it does not have; with a GET unknown filters are the list's affair. */
    void refuseStrangeParameters(List<String> path) {
        if (request.method().equals("GET")) {
            return;
        }
        String known = switch (request.method() + " " + path.get(0) + " " + path.size()) {
            case "DELETE loadbalancers 2" -> "cascade";
            case "PUT pools 3" -> "additive_only";
            default -> "fields";
        };
        for (String name : request.parameters().keySet()) {
            if (!name.equals(known)) {
                throw new Refusal(OctaviaErrors.badRequest("Unknown argument: \"" + name + "\""));
            }
        }
    }

    private Answer list(Resources resources) {
        checkPermission(resources.kind().group() + ".list");
        return resources.list(request);
    }

    /** Whether there is such an amphora is told to everybody. */
    private Answer show(Resources resources, String id) {
        if (resources.kind() == Kind.AMPHORA) {
            resources.one(id);
        }
        checkPermission(resources.kind().group() + ".show");
        return resources.get(id, request);
    }
}
