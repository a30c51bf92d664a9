package io.github.cloudlb.testkit.agreement;

import org.junit.jupiter.api.BeforeAll;

/** A pool with members m1 to m7: odd ones are tagged tier:web, even ones tier:db and even, the seventh is not. */
abstract class ListBehaviours extends TreeBehaviours {
    String listed = "";

    ListBehaviours(Cloud cloud) {
        super(cloud);
    }

    @BeforeAll
    final void addSeven() {
        listed = newPool();
        StringBuilder members = new StringBuilder();
        for (int i = 1; i <= 7; i++) {
            String tags = i == 7 ? "" : i % 2 == 1 ? "'tier:web'" : "'tier:db','even'";
            members.append(i == 1 ? "" : ",")
                    .append("{'name':'m%d','address':'192.0.2.%d','protocol_port':80,'weight':%d,'tags':[%s]}"
                            .formatted(i, i, i % 3, tags));
        }
        batch(listed, members.toString());
    }

    final Said list(String query) {
        return lbaas.get("/pools/" + listed + "/members" + (query.isEmpty() ? "" : "?" + query));
    }

    final String base() {
        return lbaas.base() + "/pools/" + listed + "/members";
    }
}
