package io.github.cloudlb.testkit.internal.alibaba;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What there is at a load balancing service of Alibaba Cloud. */
public enum Kind {
    LOAD_BALANCER("LoadBalancer", "load balancer", "load_balancers", null, "", "Provisioning", "Active"),
    LISTENER("Listener", "listener", "listeners", LOAD_BALANCER, "lsn-", "Provisioning", "Running"),
    RULE("Rule", "rule", "rules", LISTENER, "rule-", "Provisioning", "Available"),
    A_SCRIPT("AScript", "script", "a_scripts", LISTENER, "as-", "Creating", "Available"),
    SERVER_GROUP("ServerGroup", "server group", "server_groups", null, "sgp-", "Creating", "Available"),
    SERVER("BackendServer", "backend server", "servers", SERVER_GROUP, "", "Adding", "Available"),
    ACL("Acl", "access control list", "acls", null, "acl-", "Creating", "Available"),
    ACL_ENTRY("AclEntry", "entry", "entries", ACL, "", "Adding", "Available"),
    HEALTH_CHECK_TEMPLATE(
            "HealthCheckTemplate",
            "health check template",
            "health_check_templates",
            null,
            "hct-",
            "Available",
            "Available"),
    SECURITY_POLICY("SecurityPolicy", "security policy", "security_policies", null, "spy-", "Available", "Available");

    private final String title;
    private final String words;
    private final String plural;
    private final @Nullable Kind parent;
    private final String prefix;
    private final String creating;
    private final String ready;

    Kind(
            String title,
            String words,
            String plural,
            @Nullable Kind parent,
            String prefix,
            String creating,
            String ready) {
        this.title = title;
        this.words = words;
        this.plural = plural;
        this.parent = parent;
        this.prefix = prefix;
        this.creating = creating;
        this.ready = ready;
    }

    /** As codes of errors have it. */
    String title() {
        return title;
    }

    /** As texts have it. */
    String words() {
        return words;
    }

    /** As a landscape has it. */
    String plural() {
        return plural;
    }

    Optional<Kind> parent() {
        return Optional.ofNullable(parent);
    }

    String prefix(Product product) {
        return this == LOAD_BALANCER ? product.prefix() : prefix;
    }

    /** Its status from its creation until the job is done. */
    String creating() {
        return creating;
    }

    /** Its status when nothing happens to it. */
    String ready() {
        return ready;
    }

    /** Whether it may be changed while it has this status. */
    boolean isSteady(String status) {
        return status.equals(ready) || this == LISTENER && status.equals("Stopped");
    }

    /** Whether it has an id of its own, and not one made of what it is. */
    boolean hasId() {
        return this != SERVER && this != ACL_ENTRY;
    }

    String idField() {
        return this == ACL_ENTRY ? "Entry" : this == SERVER ? "ServerId" : title + "Id";
    }

    String nameField() {
        return title + "Name";
    }

    String statusField() {
        return hasId() ? title + "Status" : "Status";
    }

    /** As jobs and tags have it. */
    String resourceType() {
        return title.toLowerCase(Locale.ROOT);
    }

    /** Those that may have tags, jobs of their own, and a resource group. */
    static Optional<Kind> ofType(String resourceType) {
        for (Kind kind : values()) {
            if (kind.resourceType().equals(resourceType)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What a new one can be given, and what it is if nothing is said. */
    List<Field> definition(Product product) {
        Table table = Table.of(product);
        return switch (this) {
            case SERVER -> items(table, "AddServersToServerGroup", "Servers");
            case ACL_ENTRY -> items(table, "AddEntriesToAcl", "AclEntries");
            case A_SCRIPT -> items(table, "CreateAScripts", "AScripts");
            default -> table.get("Create" + title).request();
        };
    }

    /** The kinds that a landscape may have below this one. */
    Set<Kind> children() {
        return switch (this) {
            case LOAD_BALANCER -> Set.of(LISTENER);
            case LISTENER -> Set.of(RULE, A_SCRIPT);
            case SERVER_GROUP -> Set.of(SERVER);
            case ACL -> Set.of(ACL_ENTRY);
            default -> Set.of();
        };
    }

    private static List<Field> items(Table table, String operation, String list) {
        return Field.find(table.get(operation).request(), list).orElseThrow().inside();
    }
}
