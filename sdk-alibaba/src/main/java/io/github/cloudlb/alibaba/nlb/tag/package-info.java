/** Tags of resources. A change is done at once, on up to 50 resources together. */
@NullMarked
package io.github.cloudlb.alibaba.nlb.tag;

import org.jspecify.annotations.NullMarked;
