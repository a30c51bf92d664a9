package io.github.cloudlb.benchmarks;

/** What the services would answer. */
final class Texts {
    static final String POOL = "4029d267-3983-4224-a3d0-afb3fe16a2cd";
    static final String MEMBER = "957a1ace-1bd2-449b-8455-820b6e4b63f3";
    static final String GROUP = "sgp-atstuj3rtoptyui7";
    static final String ACCEPTED =
            "{\"JobId\":\"72dcd26b-f12d-4c27-b3af-18f6aed5b160\",\"RequestId\":\"365F4154-92F6-4AE4-92F8-7FF34B540710\"}";

    private Texts() {}

    static String member(int number) {
        return "{\"monitor_port\":null,\"project_id\":\"e3cd678b11784734bc366148aa37580e\",\"name\":\"web-" + number
                + "\",\"weight\":20,\"backup\":false,\"admin_state_up\":true,\"subnet_id\":"
                + "\"bbb35f84-35cc-4b2f-84c2-a6a29bba68aa\",\"created_at\":\"2026-05-11T17:21:34\","
                + "\"provisioning_status\":\"ACTIVE\",\"monitor_address\":null,\"updated_at\":\"2026-05-11T17:21:37\","
                + "\"address\":\"192.0.2." + number % 250 + "\",\"protocol_port\":" + (8000 + number)
                + ",\"id\":\"957a1ace-1bd2-449b-8455-" + (820_000_000_000L + number)
                + "\",\"operating_status\":\"NO_MONITOR\",\"tags\":[\"green\"],\"vnic_type\":\"normal\"}";
    }

    static String oneMember() {
        return "{\"member\":" + member(1) + "}";
    }

    static String members(int count) {
        StringBuilder text = new StringBuilder("{\"members\":[");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(member(i));
        }
        return text.append("]}").toString();
    }

    static String servers(int count) {
        StringBuilder text = new StringBuilder("{\"MaxResults\":100,\"RequestId\":"
                + "\"CEF72CEB-54B6-4AE8-B225-F876FF7BA984\",\"TotalCount\":" + count + ",\"Servers\":[");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"Description\":\"web\",\"Port\":80,\"RemoteIpEnabled\":false,\"ServerGroupId\":\"")
                    .append(GROUP)
                    .append("\",\"ServerId\":\"i-bp67acfmxazb4p")
                    .append(1000 + i)
                    .append("\",\"ServerIp\":\"192.0.2.")
                    .append(i % 250)
                    .append("\",\"ServerType\":\"Ecs\",\"Status\":\"Available\",\"Weight\":100}");
        }
        return text.append("]}").toString();
    }
}
