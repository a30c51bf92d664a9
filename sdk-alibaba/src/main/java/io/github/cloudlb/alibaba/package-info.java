/** The client for Alibaba Cloud's Application Load Balancer. Begin with {@link io.github.cloudlb.alibaba.AlbClient}. */
@NullMarked
@ApiValue
package io.github.cloudlb.alibaba;

import org.jspecify.annotations.NullMarked;
