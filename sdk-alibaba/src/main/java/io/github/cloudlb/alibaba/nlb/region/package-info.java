/** Regions and zones. They are read only. */
@NullMarked
package io.github.cloudlb.alibaba.nlb.region;

import org.jspecify.annotations.NullMarked;
