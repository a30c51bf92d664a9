package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.alibaba.AlbClient;
import io.github.cloudlb.alibaba.AlibabaClientBuilder;
import io.github.cloudlb.alibaba.AlibabaCredentials;
import io.github.cloudlb.alibaba.NlbClient;
import io.github.cloudlb.alibaba.VirtualTime;
import io.github.cloudlb.core.Client;
import io.github.cloudlb.core.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An API: what its table says, and what there is in Java. */
final class Api {
    static final Api ALB = new Api("alb-2020-06-16", AlbClient.class, "", AlbClient::builder);
    static final Api NLB = new Api("nlb-2022-04-30", NlbClient.class, ".nlb", NlbClient::builder);

    private final String name;
    private final String version;
    private final Class<? extends Client> type;
    private final JsonNode table;
    private final Offered offered;
    private final Supplier<AlibabaClientBuilder<?, ?>> builder;

    private Api(
            String table, Class<? extends Client> type, String inside, Supplier<AlibabaClientBuilder<?, ?>> builder) {
        this.name = table.substring(0, table.indexOf('-'));
        this.version = table.substring(table.indexOf('-') + 1);
        this.type = type;
        this.table = JsonMapper.shared().readTree(Path.of("api", table + ".json"));
        this.offered = new Offered(name, type.getPackageName() + inside);
        this.builder = builder;
    }

    static Stream<Api> all() {
        return Stream.of(ALB, NLB);
    }

    static Api of(String name) {
        return all().filter(api -> api.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no API " + name));
    }

    /** A client of a server on this machine. */
    Client client(URI endpoint, VirtualTime time) {
        return builder.get()
                .endpoint(endpoint)
                .credentials(AlibabaCredentials.of("my-id", "my-secret"))
                .time(time)
                .build();
    }

    String title() {
        return name.toUpperCase(Locale.ROOT) + " " + version;
    }

    /** The client's method that returns this facade or one on top of it, as it is called. */
    String accessor(String facade) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getReturnType().getName().endsWith("." + facade)
                        || method.getReturnType().getSuperclass() != null
                                && method.getReturnType()
                                        .getSuperclass()
                                        .getName()
                                        .endsWith("." + facade))
                .map(method -> method.getName() + "()")
                .findFirst()
                .orElseThrow(() -> new AssertionError("no accessor for " + facade));
    }

    Offered offered() {
        return offered;
    }

    /** All operations of the table. */
    Stream<Row> rows() {
        return table.path("operations").valueStream().map(row -> new Row(this, row));
    }

    @Override
    public String toString() {
        return name;
    }

    /** An operation as the table has it. */
    record Row(Api api, JsonNode row) {
        String name() {
            return row.path("name").asString("");
        }

        boolean is(String fact) {
            return row.path(fact).asBoolean(false);
        }

        List<TableField> request() {
            return TableField.in(row.path("request"));
        }

        List<TableField> response() {
            return TableField.in(row.path("response"));
        }

        Class<? extends Request<?>> type() {
            return api.offered().operation(name()).request();
        }

        /** With every field there is. */
        JsonNode sample(int round) {
            return new Samples(api.offered(), round).object(type(), request());
        }

        Request<?> built(JsonNode sample) {
            return new Values(api.offered()).built(type(), sample, request());
        }

        @Override
        public String toString() {
            return api + " " + name();
        }
    }
}
