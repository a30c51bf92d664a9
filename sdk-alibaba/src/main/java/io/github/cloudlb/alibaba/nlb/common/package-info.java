/** What several resources have in common. */
@NullMarked
package io.github.cloudlb.alibaba.nlb.common;

import org.jspecify.annotations.NullMarked;
