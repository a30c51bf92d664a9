/**
 * Certificates that a listener shows, beside the one for clients that name no other host. A change is accepted first and
 * done later, by a job; it is refused for listeners that take no TLS.
 */
@NullMarked
package io.github.cloudlb.alibaba.nlb.certificate;

import org.jspecify.annotations.NullMarked;
