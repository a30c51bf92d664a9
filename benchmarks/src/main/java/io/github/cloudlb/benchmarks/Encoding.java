package io.github.cloudlb.benchmarks;

import io.github.cloudlb.alibaba.servergroup.RemoveServersFromServerGroup;
import io.github.cloudlb.alibaba.servergroup.ServerRef;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.http.Attempts;
import io.github.cloudlb.openstack.LbaasDialect;
import io.github.cloudlb.openstack.pool.CreateMember;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** From a request value to what OkHttp is given, beside the same written by hand. Checks are part of it, signatures are not. */
@State(Scope.Benchmark)
public class Encoding {
    private static final Dialect ALB = () -> "ALB";
    private static final JsonFactory JSON = new JsonFactory();
    private static final RequestBody NOTHING = RequestBody.create(new byte[0], null);
    private static final String TOKEN = "123e4567-e89b-12d3-a456-426655440000";

    private final Attempts alb = new Attempts(URI.create("https://alb.cn-hangzhou.aliyuncs.com"));
    private final List<ServerRef> servers = servers();

    private static List<ServerRef> servers() {
        List<ServerRef> servers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            servers.add(ServerRef.ecs("i-bp67acfmxazb4p" + (1000 + i), 80));
        }
        return servers;
    }

    @Benchmark
    public Request removeServers() {
        return alb.of(RemoveServersFromServerGroup.builder()
                .serverGroupId(Texts.GROUP)
                .servers(servers)
                .clientToken(TOKEN)
                .build()
                .wire(ALB)
                .message());
    }

    @Benchmark
    public Request removeServersFloor() {
        StringBuilder url = new StringBuilder(4096)
                .append("https://alb.cn-hangzhou.aliyuncs.com/?ClientToken=")
                .append(TOKEN)
                .append("&DryRun=false&ServerGroupId=")
                .append(Texts.GROUP);
        for (int i = 0; i < servers.size(); i++) {
            ServerRef server = servers.get(i);
            url.append("&Servers.").append(i + 1).append(".Port=").append((int)
                    server.port().orElse(0));
            url.append("&Servers.").append(i + 1).append(".ServerId=").append(server.serverId());
            url.append("&Servers.")
                    .append(i + 1)
                    .append(".ServerType=")
                    .append(server.serverType().value());
        }
        return new Request.Builder()
                .url(url.toString())
                .addHeader("Accept", "application/json")
                .addHeader("x-acs-action", "RemoveServersFromServerGroup")
                .post(NOTHING)
                .build();
    }

    @Benchmark
    public byte[] createMember() {
        byte[] body = CreateMember.builder()
                .poolId(Texts.POOL)
                .name("web-1")
                .address("192.0.2.1")
                .protocolPort(8001)
                .weight(20)
                .adminStateUp(true)
                .build()
                .wire(LbaasDialect.OCTAVIA)
                .message()
                .body();
        return body == null ? new byte[0] : body;
    }

    @Benchmark
    public byte[] createMemberFloor() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeName("member");
            out.writeStartObject();
            out.writeStringProperty("name", "web-1");
            out.writeStringProperty("address", "192.0.2.1");
            out.writeNumberProperty("protocol_port", 8001);
            out.writeBooleanProperty("admin_state_up", true);
            out.writeNumberProperty("weight", 20);
            out.writeEndObject();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
