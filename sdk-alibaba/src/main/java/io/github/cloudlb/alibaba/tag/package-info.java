/**
 * Tags of access control lists, load balancers, security policies and server groups. A change is done when it is answered; it has no
 * client token, so it is not sent again when it is not known whether it was done.
 */
@NullMarked
package io.github.cloudlb.alibaba.tag;

import org.jspecify.annotations.NullMarked;
