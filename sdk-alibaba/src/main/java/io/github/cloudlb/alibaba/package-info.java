/**
 * The clients for Alibaba Cloud's load balancers. Begin with {@link io.github.cloudlb.alibaba.AlbClient} or
 * {@link io.github.cloudlb.alibaba.NlbClient}.
 */
@NullMarked
@ApiValue
package io.github.cloudlb.alibaba;

import org.jspecify.annotations.NullMarked;
