package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.wire.ErrorTable;

/**
 * One of Alibaba Cloud's RPC APIs. It has one dialect, whose operations and fields are all there are.
 *
 * @param name the dialect's, as in {@code ALB}
 * @param version the revision of the API that is spoken
 * @param errors what its codes mean
 */
record RpcApi(String name, String version, ErrorTable errors) implements Dialect {
    /** Only the name: {@code dialect()} shows it to callers. */
    @Override
    public String toString() {
        return name;
    }
}
