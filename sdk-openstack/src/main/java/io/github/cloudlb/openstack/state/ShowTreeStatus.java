package io.github.cloudlb.openstack.state;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Message;
import io.github.cloudlb.core.Request;
import io.github.cloudlb.core.Wire;
import io.github.cloudlb.core.wire.JsonReader;
import io.github.cloudlb.openstack.common.ProvisioningStatus;
import io.github.cloudlb.openstack.state.ShowTreeStatus.TreeStatus;

import java.util.Optional;

/**
 * Asks a load balancer for its status alone, which is that of its whole tree: what is below it must not need to know what a
 * load balancer is.
 */
public record ShowTreeStatus(String loadBalancerId) implements Request<TreeStatus> {
    /** What a load balancer says; nothing on a cloud without states. */
    public record TreeStatus(String loadBalancerId, Optional<ProvisioningStatus> provisioningStatus) {}

    @Override
    public Wire<TreeStatus> wire(Dialect dialect) {
        return Message.get("v2.0", "lbaas", "loadbalancers", loadBalancerId)
                .answer(answer -> JsonReader.read(answer, dialect, this::read));
    }

    private TreeStatus read(JsonReader in) {
        Optional<ProvisioningStatus> status = Optional.empty();
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            if (name.equals("loadbalancer")) {
                TreeStatus inner = in.object(this::read);
                status = inner == null ? status : inner.provisioningStatus();
            } else if (name.equals("provisioning_status")) {
                String text = in.textOr("");
                status = text.isEmpty() ? status : Optional.of(ProvisioningStatus.unlisted(text));
            } else {
                in.skip();
            }
        }
        return new TreeStatus(loadBalancerId, status);
    }
}
