package io.github.cloudlb.testkit.internal.alibaba;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags of resources of all kinds that have them. */
final class Tags {

    private Tags() {}

    static Change tag(Call call) {
        List<Resource> named = named(call);
        return at(
                named,
                () -> call.objects("Tag")
                        .forEach(tag -> named.forEach(resource -> resource.tag(
                                String.valueOf(tag.get("Key")), String.valueOf(tag.getOrDefault("Value", ""))))));
    }

    static Change untag(Call call) {
        List<Resource> named = named(call);
        List<String> keys = new ArrayList<>(call.texts("TagKey"));
        call.objects("Tag").forEach(tag -> keys.add(String.valueOf(tag.get("Key"))));
        boolean all = call.isTrue("All") && keys.isEmpty();
        return at(
                named,
                () -> named.forEach(
                        resource -> (all ? List.copyOf(resource.tags().keySet()) : keys).forEach(resource::untag)));
    }

    /** MoveResourceGroup. */
    static Change move(Call call) {
        Resource resource = call.get(kind(call), call.text("ResourceId"));
        String group = call.text("NewResourceGroupId");
        if (!group.startsWith("rg-")) {
            throw call.error(
                    "The resource group " + group + " does not exist.",
                    "NotExist.ResourceGroup",
                    "ResourceNotFound.ResourceGroup");
        }
        return at(List.of(resource), () -> resource.attributes().put("ResourceGroupId", group))
                .answering(Json.object(
                        "Data", Json.object("ResourceId", resource.id()), "Success", true, "HttpStatusCode", 200));
    }

    private static Change at(List<Resource> named, Runnable act) {
        return Change.update(named.get(0), () -> {}, act, () -> {});
    }

    /** ListTagResources: one row for each tag of each resource. */
    static Map<String, Object> list(Call call) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> wanted = call.objects("Tag");
        Kind kind = kind(call);
        for (Resource resource : named(call, kind)) {
            if (Listing.hasTags(resource, wanted)) {
                Views.tags(resource).forEach(tag -> {
                    tag.put("ResourceId", resource.id());
                    tag.put("ResourceType", kind.resourceType());
                    tag.put("Category", "Custom");
                    tag.put("RegionNo", Completion.REGION_ID);
                    rows.add(tag);
                });
            }
        }
        return Paging.plain(call, rows, row -> row);
    }

    static Map<String, Object> listKeys(Call call) {
        Set<String> keys = new LinkedHashSet<>();
        if (!call.text("Category").equals("System")) {
            call.state()
                    .all(kind(call))
                    .all()
                    .forEach(resource -> keys.addAll(resource.tags().keySet()));
        }
        keys.removeIf(key -> !key.contains(call.text("Keyword")));
        return Paging.plain(call, List.copyOf(keys), key -> Json.object("TagKey", key, "Category", "Custom"));
    }

    static Map<String, Object> listValues(Call call) {
        Set<String> values = new LinkedHashSet<>();
        for (Kind kind : call.text("ResourceType").isEmpty() ? List.of(Kind.values()) : List.of(kind(call))) {
            String id = call.text("ResourceId");
            for (Resource resource : id.isEmpty() ? call.state().all(kind).all() : List.of(call.get(kind, id))) {
                String value = resource.tags().get(call.text("TagKey"));
                if (value != null) {
                    values.add(value);
                }
            }
        }
        return Paging.plain(call, List.copyOf(values), value -> value);
    }

    private static List<Resource> named(Call call) {
        return List.copyOf(named(call, kind(call)));
    }

    private static Collection<Resource> named(Call call, Kind kind) {
        List<String> ids = call.texts("ResourceId");
        if (ids.isEmpty()) {
            return call.state().all(kind).all();
        }
        List<Resource> named = new ArrayList<>();
        ids.forEach(id -> named.add(call.get(kind, id)));
        return named;
    }

    private static Kind kind(Call call) {
        String type = call.text("ResourceType");
        return Kind.ofType(type)
                .orElseThrow(() -> call.operation().invalid("", "ResourceType", type + " is not known"));
    }
}
