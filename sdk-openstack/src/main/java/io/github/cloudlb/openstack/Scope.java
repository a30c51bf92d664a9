package io.github.cloudlb.openstack;

import io.github.cloudlb.core.wire.JsonWriter;
import io.github.cloudlb.openstack.OpenStackCredentials.Who;

/**
 * What a token is to be good for.
 *
 * @param kind as in the request; empty for what Keystone does unasked: the project that is the user's default
 * @param what whose it is; nobody for the system
 */
record Scope(String kind, Who what) {
    static final Scope UNASKED = new Scope("", Who.NOBODY);
    static final Scope SYSTEM = new Scope("system", Who.NOBODY);

    static Scope project(Who project) {
        return project.equals(Who.NOBODY) ? UNASKED : new Scope("project", project);
    }

    static Scope domain(Who domain) {
        return new Scope("domain", domain);
    }

    static Scope trust(String id) {
        return new Scope("OS-TRUST:trust", Who.withId(id));
    }

    boolean isProject() {
        return kind.equals("project");
    }

    void write(JsonWriter out) {
        if (equals(UNASKED)) {
            return;
        }
        out.name("scope").beginObject().name(kind).beginObject();
        if (equals(SYSTEM)) {
            out.field("all", true);
        } else {
            identify(out, what);
        }
        out.endObject().endObject();
    }

    /** By id, or by name and domain. */
    static void identify(JsonWriter out, Who who) {
        if (who.id() != null) {
            out.field("id", who.id());
            return;
        }
        out.field("name", String.valueOf(who.name()));
        if (who.domainId() != null) {
            out.name("domain").beginObject().field("id", who.domainId()).endObject();
        } else if (who.domainName() != null) {
            out.name("domain").beginObject().field("name", who.domainName()).endObject();
        }
    }

    @Override
    public String toString() {
        return equals(SYSTEM) ? kind : kind + " " + what;
    }
}
