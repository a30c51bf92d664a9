/** Server groups and their servers. A change is accepted first and done later, by a job. */
@NullMarked
package io.github.cloudlb.alibaba.nlb.servergroup;

import org.jspecify.annotations.NullMarked;
