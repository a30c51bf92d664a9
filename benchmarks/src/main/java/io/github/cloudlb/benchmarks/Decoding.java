package io.github.cloudlb.benchmarks;

import io.github.cloudlb.alibaba.servergroup.ListServerGroupServers;
import io.github.cloudlb.alibaba.servergroup.ServerGroupServer;
import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Page;
import io.github.cloudlb.core.Wire.AnswerReader;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.pool.ListMembers;
import io.github.cloudlb.openstack.pool.Member;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A page of 100, beside a Jackson loop that knows exactly what comes and keeps all of it. */
@State(Scope.Benchmark)
public class Decoding {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int ITEMS = 100;

    private final byte[] members = Texts.members(ITEMS).getBytes(StandardCharsets.UTF_8);
    private final byte[] servers = Texts.servers(ITEMS).getBytes(StandardCharsets.UTF_8);
    private final AnswerReader<Page<Member>> memberReader =
            ListMembers.of(Texts.POOL).wire(LbaasDialect.OCTAVIA).reader();
    private final AnswerReader<Page<ServerGroupServer>> serverReader = ListServerGroupServers.builder()
            .serverGroupId(Texts.GROUP)
            .build()
            .wire(() -> "ALB")
            .reader();

    @Benchmark
    public List<Member> members() {
        return memberReader.read(new Answer(200, List.of(), members)).items();
    }

    @Benchmark
    public List<ServerGroupServer> servers() {
        return serverReader.read(new Answer(200, List.of(), servers)).items();
    }

    @Benchmark
    public List<PlainMember> membersFloor() {
        List<PlainMember> items = new ArrayList<>(ITEMS);
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), members)) {
            toList(in, "members");
            while (in.nextToken() == JsonToken.START_OBJECT) {
                PlainMember item = new PlainMember();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    item.put(name, in);
                }
                items.add(item);
            }
        }
        return items;
    }

    @Benchmark
    public List<PlainServer> serversFloor() {
        List<PlainServer> items = new ArrayList<>(ITEMS);
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), servers)) {
            toList(in, "Servers");
            while (in.nextToken() == JsonToken.START_OBJECT) {
                PlainServer item = new PlainServer();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    item.put(name, in);
                }
                items.add(item);
            }
        }
        return items;
    }

    private static void toList(JsonParser in, String field) {
        in.nextToken();
        for (in.nextToken(); !field.equals(in.currentName()); in.nextToken()) {
            in.nextToken();
        }
        in.nextToken();
    }

    /** What a program that needs no more than the page would keep of a member. */
    static final class PlainMember {
        private @Nullable String id;
        private @Nullable String name;
        private @Nullable String address;
        private int port;
        private @Nullable String subnet;
        private boolean up;
        private int weight;
        private @Nullable String operating;
        private @Nullable String provisioning;
        private boolean backup;
        private @Nullable String project;
        private @Nullable Instant created;
        private @Nullable Instant updated;
        private @Nullable String monitorAddress;
        private int monitorPort;
        private final List<String> tags = new ArrayList<>(2);
        private @Nullable String vnicType;

        void put(String field, JsonParser in) {
            switch (field) {
                case "id" -> id = in.getString();
                case "name" -> name = in.getString();
                case "address" -> address = in.getString();
                case "protocol_port" -> port = in.getIntValue();
                case "subnet_id" -> subnet = in.getString();
                case "admin_state_up" -> up = in.getBooleanValue();
                case "weight" -> weight = in.getIntValue();
                case "operating_status" -> operating = in.getString();
                case "provisioning_status" -> provisioning = in.getString();
                case "backup" -> backup = in.getBooleanValue();
                case "project_id" -> project = in.getString();
                case "created_at" -> created = time(in.getString());
                case "updated_at" -> updated = time(in.getString());
                case "monitor_address" -> monitorAddress = in.getValueAsString();
                case "monitor_port" -> monitorPort = in.getValueAsInt();
                case "vnic_type" -> vnicType = in.getString();
                case "tags" -> {
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        tags.add(in.getString());
                    }
                }
                default -> in.skipChildren();
            }
        }

        private static Instant time(String text) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }

        @Override
        public String toString() {
            return id
                    + name
                    + address
                    + port
                    + subnet
                    + up
                    + weight
                    + operating
                    + provisioning
                    + backup
                    + project
                    + created
                    + updated
                    + monitorAddress
                    + monitorPort
                    + tags
                    + vnicType;
        }
    }

    /** The same for a server. */
    static final class PlainServer {
        private @Nullable String description;
        private int port;
        private boolean remoteIp;
        private @Nullable String group;
        private @Nullable String id;
        private @Nullable String ip;
        private @Nullable String type;
        private @Nullable String status;
        private int weight;

        void put(String field, JsonParser in) {
            switch (field) {
                case "Description" -> description = in.getString();
                case "Port" -> port = in.getIntValue();
                case "RemoteIpEnabled" -> remoteIp = in.getBooleanValue();
                case "ServerGroupId" -> group = in.getString();
                case "ServerId" -> id = in.getString();
                case "ServerIp" -> ip = in.getString();
                case "ServerType" -> type = in.getString();
                case "Status" -> status = in.getString();
                case "Weight" -> weight = in.getIntValue();
                default -> in.skipChildren();
            }
        }

        @Override
        public String toString() {
            return description + port + remoteIp + group + id + ip + type + status + weight;
        }
    }
}
