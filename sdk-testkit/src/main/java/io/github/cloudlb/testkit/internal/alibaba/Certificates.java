package io.github.cloudlb.testkit.internal.alibaba;

import static io.github.cloudlb.testkit.internal.alibaba.Kind.LISTENER;

import io.github.cloudlb.testkit.internal.http.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Certificates of listeners: the one that it was made with, and more. They belong to another service, so that any id
 * will do.
 */
final class Certificates {
    /** Status by the id of the certificate. */
    private static final String ADDITIONAL = "AdditionalCertificates";

    private Certificates() {}

    static Change associate(Call call) {
        Resource listener = encrypted(call, call.steady(LISTENER));
        Map<String, Object> before = additional(listener);
        Map<String, Object> during = new LinkedHashMap<>(before);
        Map<String, Object> after = new LinkedHashMap<>(before);
        for (String id : sent(call)) {
            refuseUsual(call, listener, id);
            if (before.containsKey(id)) {
                throw call.error(
                        "The certificate " + id + " is associated with the " + listener + ".",
                        "ResourceAlreadyAssociated.Certificate");
            }
            during.put(id, "Associating");
            after.put(id, "Associated");
        }
        return change(listener, before, during, after);
    }

    static Change dissociate(Call call) {
        Resource listener = encrypted(call, call.steady(LISTENER));
        Map<String, Object> before = additional(listener);
        Map<String, Object> during = new LinkedHashMap<>(before);
        Map<String, Object> after = new LinkedHashMap<>(before);
        for (String id : sent(call)) {
            refuseUsual(call, listener, id);
            if (after.remove(id) == null) {
                throw call.error(
                        "The certificate " + id + " is not associated with the " + listener + ".",
                        "ResourceNotAssociated.Certificate");
            }
            during.put(id, "Diassociating");
        }
        return change(listener, before, during, after);
    }

    private static Change change(
            Resource listener, Map<String, Object> before, Map<String, Object> during, Map<String, Object> after) {
        String status = listener.status();
        return Change.update(
                listener,
                () -> become(listener, "Configuring", during),
                () -> become(listener, status, after),
                () -> become(listener, status, before));
    }

    private static void become(Resource listener, String status, Map<String, Object> certificates) {
        listener.becomes(status);
        listener.attributes().put(ADDITIONAL, certificates);
    }

    /** ListListenerCertificates: those of servers, unless those of clients' authorities are asked for. */
    static Map<String, Object> list(Call call) {
        Resource listener = encrypted(call, call.get(LISTENER));
        String type = call.text("CertificateType") + call.text("CertType");
        List<Map<String, Object>> found = new ArrayList<>();
        if (type.equals("Ca")) {
            ids(listener, "CaCertificates", "CaCertificateIds")
                    .forEach(id -> found.add(view(id, "Ca", true, "Associated")));
        } else {
            ids(listener, "Certificates", "CertificateIds")
                    .forEach(id -> found.add(view(id, "Server", true, "Associated")));
            additional(listener).forEach((id, status) -> found.add(view(id, "Server", false, status)));
        }
        List<String> wanted = call.texts("CertificateIds");
        found.removeIf(one -> !wanted.isEmpty() && !wanted.contains(String.valueOf(one.get("CertificateId"))));
        Map<String, Object> answer = Paging.plain(call, found, one -> one);
        answer.put(
                "CertificateIds",
                Values.objects(answer.get("Certificates")).stream()
                        .map(one -> one.get("CertificateId"))
                        .toList());
        return answer;
    }

    private static Map<String, Object> view(String id, String type, boolean usual, Object status) {
        return Json.object("CertificateId", id, "CertificateType", type, "IsDefault", usual, "Status", status);
    }

    private static Resource encrypted(Call call, Resource listener) {
        if (!Listeners.isEncrypted(listener)) {
            throw call.error(
                    "The " + listener + " is of protocol " + listener.text("ListenerProtocol")
                            + ", which has no certificates.",
                    "OperationDenied.HttpListenerNotSupport",
                    "OperationDenied.Protocol");
        }
        return listener;
    }

    private static void refuseUsual(Call call, Resource listener, String id) {
        if (ids(listener, "Certificates", "CertificateIds").contains(id)) {
            throw call.error(
                    "The certificate " + id + " is the default one of the " + listener + ".",
                    "OperationDenied.DefaultCertificateUsed",
                    "ResourceAlreadyAssociated.Certificate");
        }
    }

    private static List<String> sent(Call call) {
        List<String> ids = new ArrayList<>(call.texts("AdditionalCertificateIds"));
        call.objects("Certificates").forEach(one -> ids.add(String.valueOf(one.get("CertificateId"))));
        return ids;
    }

    /** ALB has objects where NLB has ids. */
    private static List<String> ids(Resource listener, String objects, String texts) {
        List<String> ids = new ArrayList<>(Values.texts(listener.attributes().get(texts)));
        Values.objects(listener.attributes().get(objects))
                .forEach(one -> ids.add(String.valueOf(one.get("CertificateId"))));
        return ids;
    }

    private static Map<String, Object> additional(Resource listener) {
        return Values.object(listener.attributes().get(ADDITIONAL));
    }
}
