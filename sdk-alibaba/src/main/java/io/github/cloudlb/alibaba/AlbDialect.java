package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Dialect;

/** ALB has one dialect, whose operations and fields are all there are. */
enum AlbDialect implements Dialect {
    ALB
}
