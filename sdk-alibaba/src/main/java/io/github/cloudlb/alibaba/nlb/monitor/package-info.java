/**
 * Monitoring by the second. A setting holds for all load balancers of a region; listeners switch it on one by one.
 */
@NullMarked
package io.github.cloudlb.alibaba.nlb.monitor;

import org.jspecify.annotations.NullMarked;
