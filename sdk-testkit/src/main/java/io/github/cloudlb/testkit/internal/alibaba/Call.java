package io.github.cloudlb.testkit.internal.alibaba;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A call that is signed, read and checked as far as the table goes. */
record Call(Account account, Operation operation, Map<String, Object> sent) {

    State state() {
        return account.state();
    }

    Product product() {
        return account.product();
    }

    /** Empty if it was not sent. */
    String text(String name) {
        Object value = sent.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(sent.get(name));
    }

    List<String> texts(String name) {
        return Values.texts(sent.get(name));
    }

    List<Map<String, Object>> objects(String name) {
        return Values.objects(sent.get(name));
    }

    RpcError error(String text, String... codes) {
        return operation.error(text, codes);
    }

    /** The one that the parameter named after its kind has the id of. */
    Resource get(Kind kind) {
        return get(kind, text(kind.idField()));
    }

    Resource get(Kind kind, String id) {
        Resource found = state().find(kind, id);
        if (found == null) {
            throw notFound(kind, id);
        }
        return found;
    }

    RpcError notFound(Kind kind, String id) {
        return error(
                "The specified resource of " + kind.words() + " " + id + " is not found.",
                "ResourceNotFound." + kind.title());
    }

    /** The same, if nothing is happening to it. */
    Resource steady(Kind kind) {
        return steady(get(kind));
    }

    Resource steady(Resource resource) {
        if (!resource.isSteady()) {
            throw busy(resource);
        }
        return resource;
    }

    RpcError busy(Resource resource) {
        String title = resource.kind().title();
        List<String> codes = new ArrayList<>();
        if (resource.status().equals(resource.kind().creating())) {
            codes.add("ResourceInCreating." + title);
        }
        codes.add("IncorrectStatus." + title);
        codes.add("ResourceInConfiguring." + title);
        codes.add("ResourceInConfiguring");
        codes.add("Conflict.Lock");
        codes.add("IncorrectStatus." + title);
        return error(
                "The status of " + resource + " is incorrect: " + resource.status() + ".",
                codes.toArray(String[]::new));
    }
}
