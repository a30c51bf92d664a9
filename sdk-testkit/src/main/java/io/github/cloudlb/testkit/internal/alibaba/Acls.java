package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.ACL;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.ACL_ENTRY;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LISTENER;
import static io.github.cloudlb.testkit.internal.alibaba.Kind.LOAD_BALANCER;

import io.github.cloudlb.testkit.internal.http.Json;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Access control lists and the listeners that they are for. */
final class Acls {
    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_AT_A_LISTENER = 3;
    private static final String CONFIG = "AclConfig";
    private static final String RELATIONS = "AclRelations";

    private Acls() {}

    static void checkEntry(Call call, Resource future, List<Resource> before) {
        Resource acl = future.upTo(ACL);
        if (acl.children(ACL_ENTRY).size() + before.size() >= MOST_ENTRIES) {
            throw call.error(
                    "The " + acl + " has " + MOST_ENTRIES + " entries.", "ResourceQuotaExceeded.AclEntriesNum");
        }
    }

    static Change associate(Call call) {
        Resource listener = call.steady(LISTENER);
        List<Map<String, Object>> before = relations(listener);
        List<Map<String, Object>> during = new ArrayList<>(before);
        List<Map<String, Object>> after = new ArrayList<>(before);
        for (String id : call.texts("AclIds")) {
            Resource acl = call.steady(call.get(ACL, id));
            if (find(during, id) != null) {
                throw call.error("The " + acl + " is for the " + listener + " already.", "ResourceInUse.Acl");
            }
            during.add(Json.object("AclId", id, "Status", "Associating"));
            after.add(Json.object("AclId", id, "Status", "Associated"));
        }
        refuseAssociation(call, listener, after.size());
        String type = call.text("AclType");
        return change(call, listener, config(type, before), config(type, during), config(type, after));
    }

    private static void refuseAssociation(Call call, Resource listener, int number) {
        if (number > MOST_AT_A_LISTENER) {
            throw call.error(
                    "The " + listener + " would have " + number + " access control lists.", "QuotaExceeded.AclsNum");
        }
        Object type = Values.object(listener.attributes().get(CONFIG)).get("AclType");
        if (type != null && !type.equals(call.text("AclType"))) {
            throw call.error("The lists of the " + listener + " are " + type + ".", "OperationDenied.AclNotSupport");
        }
        Resource owner = listener.upTo(LOAD_BALANCER);
        if (!Values.texts(owner.attributes().get("SecurityGroupIds")).isEmpty()) {
            throw call.error(
                    "The " + owner + " has joined a security group.",
                    "OperationDenied.LoadBalancerJoinedSecurityGroupNotSupportAcl");
        }
    }

    static Change dissociate(Call call) {
        Resource listener = call.steady(LISTENER);
        List<Map<String, Object>> before = relations(listener);
        List<Map<String, Object>> during = new ArrayList<>(before);
        List<Map<String, Object>> after = new ArrayList<>(before);
        for (String id : call.texts("AclIds")) {
            Map<String, Object> relation = find(after, id);
            if (relation == null) {
                throw call.error(
                        "The access control list " + id + " is not for the " + listener + ".",
                        "ResourceNotAssociated.Acl");
            }
            after.remove(relation);
            during.replaceAll(one -> one == relation ? Json.object("AclId", id, "Status", "Dissociating") : one);
        }
        String type =
                String.valueOf(Values.object(listener.attributes().get(CONFIG)).get("AclType"));
        return change(call, listener, config(type, before), config(type, during), config(type, after));
    }

    private static Change change(
            Call call,
            Resource listener,
            Map<String, Object> before,
            Map<String, Object> during,
            Map<String, Object> after) {
        String status = listener.status();
        return Change.update(
                listener,
                () -> become(call, listener, "Configuring", during),
                () -> become(call, listener, status, after),
                () -> become(call, listener, status, before));
    }

    private static void become(Call call, Resource listener, String status, Map<String, Object> config) {
        listener.becomes(status);
        if (config.get(RELATIONS) instanceof List<?> relations && relations.isEmpty()) {
            listener.attributes().remove(CONFIG);
        } else {
            listener.attributes().put(CONFIG, config);
        }
        call.state().refer(listener);
    }

    private static Map<String, Object> config(String type, List<Map<String, Object>> relations) {
        return Json.object("AclType", type, RELATIONS, relations);
    }

    private static List<Map<String, Object>> relations(Resource listener) {
        return Values.objects(Values.object(listener.attributes().get(CONFIG)).get(RELATIONS));
    }

    private static @Nullable Map<String, Object> find(List<Map<String, Object>> relations, String id) {
        for (Map<String, Object> relation : relations) {
            if (id.equals(relation.get("AclId"))) {
                return relation;
            }
        }
        return null;
    }

    /** ListAclRelations. */
    static Map<String, Object> listRelations(Call call) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String id : call.texts("AclIds")) {
            List<Map<String, Object>> listeners =
                    Views.listeners(call, call.get(ACL, id).id());
            for (Map<String, Object> listener : listeners) {
                Resource user = call.get(LISTENER, String.valueOf(listener.get("ListenerId")));
                Map<String, Object> relation = find(relations(user), id);
                listener.put("Status", relation == null ? "Associated" : relation.get("Status"));
            }
            all.add(Json.object("AclId", id, "RelatedListeners", listeners));
        }
        return Json.object(RELATIONS, all);
    }
}
