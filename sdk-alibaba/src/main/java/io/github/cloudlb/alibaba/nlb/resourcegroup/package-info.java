/** Resource groups. A resource is in one of them; moving it is done at once. */
@NullMarked
package io.github.cloudlb.alibaba.nlb.resourcegroup;

import org.jspecify.annotations.NullMarked;
