package io.github.cloudlb.testkit.internal.otc;

import java.util.HashSet;
import java.util.Set;

/** The addresses of load balancers, each of which only one has. */
final class Addresses {
    private final Set<String> taken = new HashSet<>();
    private int given;

    /** One that is free. */
    String fresh() {
        String address;
        do {
            address = "10.0." + ++given / 250 % 250 + "." + (given % 250 + 1);
        } while (taken.contains(address));
        return address;
    }

    void refuseTaken(String address) {
        if (taken.contains(address)) {
            throw OtcErrors.refusal(400, "ELB.1101", "Vip address is exist.");
        }
    }

    void take(Thing thing) {
        if (thing.kind() == OtcKind.LOAD_BALANCER) {
            taken.add(thing.text("vip_address"));
        }
    }

    void free(Thing thing) {
        taken.remove(thing.text("vip_address"));
    }
}
