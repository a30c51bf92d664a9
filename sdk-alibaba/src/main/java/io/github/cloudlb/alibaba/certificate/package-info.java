/**
 * The certificates of a listener that speaks HTTPS or QUIC, beside its default one. A change is accepted first and done later, by a
 * job; the certificate tells by its status how far it is, and is no longer listed once it was taken away.
 */
@NullMarked
package io.github.cloudlb.alibaba.certificate;

import org.jspecify.annotations.NullMarked;
