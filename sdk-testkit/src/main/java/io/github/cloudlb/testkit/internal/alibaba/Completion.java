package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a whole resource of what was said about it, by a client, a test or a landscape. */
final class Completion {
    /** The network that everything is in if nothing is said. */
    static final String VPC_ID = "vpc-testkit";

    static final String REGION_ID = "cn-hangzhou";
    static final String RESOURCE_GROUP_ID = "rg-testkit";

    /** What is said with a creation, but is no attribute of what is made. */
    private static final Set<String> OF_THE_CALL = Set.of("ClientToken", "DryRun", "RegionId", "Tag");

    private Completion() {}

    /** A new one with this status; it is not there before it is placed. */
    static Resource make(
            Account account, Kind kind, @Nullable Resource parent, Map<String, Object> said, String status) {
        Map<String, Object> attributes = Values.object(Map.of());
        said.forEach((name, value) -> {
            if (!OF_THE_CALL.contains(name)) {
                attributes.put(name, value);
            }
        });
        complete(account, kind, attributes);
        attributes.putIfAbsent(kind.statusField(), status);
        Resource resource = account.state().make(kind, parent, attributes);
        for (Map<String, Object> tag : Values.objects(said.getOrDefault("Tag", said.get("Tags")))) {
            resource.tag(String.valueOf(tag.get("Key")), String.valueOf(tag.getOrDefault("Value", "")));
        }
        attributes.remove("Tags");
        if (kind == Kind.LOAD_BALANCER) {
            LoadBalancers.complete(account, resource);
        }
        return resource;
    }

    private static void complete(Account account, Kind kind, Map<String, Object> attributes) {
        List<Field> definition = kind.definition(account.product());
        if (kind.parent().isEmpty()) {
            attributes.putIfAbsent("CreateTime", account.now());
            if (Field.find(definition, "ResourceGroupId").isPresent()) {
                attributes.putIfAbsent("ResourceGroupId", RESOURCE_GROUP_ID);
            }
        }
        if (kind == Kind.SERVER_GROUP) {
            ServerGroups.complete(attributes);
        }
        if (kind == Kind.ACL) {
            attributes.putIfAbsent("AddressIPVersion", "IPv4");
            attributes.putIfAbsent("ConfigManagedEnabled", false);
        }
        RequestChecks.fill(definition, attributes);
        OF_THE_CALL.forEach(attributes::remove);
        if (kind == Kind.SERVER && "Fc".equals(attributes.get("ServerType"))) {
            attributes.remove("Weight");
        }
    }
}
