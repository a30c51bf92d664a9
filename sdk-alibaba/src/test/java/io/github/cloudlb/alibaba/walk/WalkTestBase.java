package io.github.cloudlb.alibaba.walk;

import io.github.cloudlb.alibaba.VirtualTime;
import io.github.cloudlb.alibaba.WireTestBase.Sent;
import io.github.cloudlb.core.Client;
import io.github.cloudlb.testkit.FakeCloud;
import io.github.cloudlb.testkit.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A cloud that answers as it is told, and a client of it for each API. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WalkTestBase {
    @RegisterExtension
    final FakeCloud cloud = FakeCloud.started();

    private final Map<Api, Client> clients = new HashMap<>();

    static Stream<Api.Row> operations() {
        return Api.all().flatMap(Api::rows);
    }

    @AfterAll
    void close() {
        clients.values().forEach(Client::close);
    }

    Client client(Api api) {
        return clients.computeIfAbsent(api, one -> one.client(cloud.uri(), new VirtualTime()));
    }

    Sent last() {
        List<RecordedRequest> all = cloud.requests();
        return new Sent(all.get(all.size() - 1));
    }
}
