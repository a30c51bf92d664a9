package io.github.cloudlb.openstack;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.RetryAfter;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.openstack.wire.LbaasErrors;

/**
 * Reads the error forms of Octavia, its middleware and router, Keystone, Open Telekom Cloud and its gateway, Neutron,
 * and whatever a proxy sends instead.
 */
final class OpenStackErrors {
    private String dialect = "";
    private String code = "";
    private String text = "";
    private String requestId = "";

    private OpenStackErrors() {}

    static ServiceError explain(Answer answer, Time time) {
        OpenStackErrors error = new OpenStackErrors();
        try {
            JsonReader.read(answer, LbaasDialect.OCTAVIA, in -> error.read(in, ""));
        } catch (RuntimeException notJson) {
            error.text = withoutMarkup(answer.text());
        }
        String requestId = answer.header("X-Openstack-Request-Id")
                .or(() -> answer.header("X-Request-Id"))
                .orElse(error.requestId);
        String text = error.text.isEmpty() ? answer.text() : error.text;
        return LbaasErrors.TABLE.judge(
                error.dialect,
                answer.status(),
                error.code,
                text,
                requestId,
                answer.text(),
                RetryAfter.of(answer, time));
    }

    private Void read(JsonReader in, String inside) {
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "faultstring" -> says("octavia", in.textOr(""));
                case "description" -> says("octavia", in.textOr(""));
                case "error_msg" -> says(dialect, in.textOr(""));
                case "message" -> says(dialect, withoutMarkup(in.textOr("")));
                case "error_code" -> isCode(in.textOr(""));
                case "code" -> isCode(in.textOr(""));
                case "type" -> neutronType(in.textOr(""), inside);
                case "request_id" -> requestId = in.textOr("");
                case "error" -> inner(in, "keystone");
                case "NeutronError" -> inner(in, "neutron");
                case "errors" -> in.list(each -> each.object(one -> read(one, "errors")));
                case "detail" -> says(dialect, text.isEmpty() ? in.textOr("") : text);
                default -> in.skip();
            }
        }
        return null;
    }

    private void says(String whose, String words) {
        dialect = whose;
        text = words;
    }

    /** Codes of the cloud's own; a status repeated as a code says nothing. */
    private void isCode(String value) {
        if (!value.isEmpty() && !Character.isDigit(value.charAt(0))) {
            code = value;
            dialect = value.startsWith("APIG")
                    ? "gateway"
                    : value.startsWith("ELB.") || value.startsWith("VPC.") || value.startsWith("SYS.")
                            ? "otc"
                            : dialect;
        }
    }

    private void neutronType(String value, String inside) {
        if (inside.equals("neutron")) {
            code = value;
            dialect = "neutron";
        }
    }

    private void inner(JsonReader in, String whose) {
        dialect = whose;
        if (in.isObject()) {
            in.object(each -> read(each, whose));
        } else {
            says(dialect, in.textOr(""));
        }
    }

    /** The words of a page, for what stands between us and the service. */
    private static String withoutMarkup(String page) {
        return page.replaceAll("(?s)<(style|script|head)[^>]*>.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
