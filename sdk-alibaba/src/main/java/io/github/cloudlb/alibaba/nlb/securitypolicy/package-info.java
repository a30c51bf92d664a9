/**
 * Security policies: which versions and ciphers of TLS a listener takes. Those of one's own can be changed while listeners
 * go by them, and deleted only when none does; the service's own cannot be changed.
 */
@NullMarked
package io.github.cloudlb.alibaba.nlb.securitypolicy;

import org.jspecify.annotations.NullMarked;
