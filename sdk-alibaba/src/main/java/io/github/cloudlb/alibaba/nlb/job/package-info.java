/** Jobs: what the service does after it has accepted a change. */
@NullMarked
package io.github.cloudlb.alibaba.nlb.job;

import org.jspecify.annotations.NullMarked;
