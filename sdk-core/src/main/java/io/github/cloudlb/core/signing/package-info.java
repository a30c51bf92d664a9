/**
 * Request signing: one canonical request, and the schemes built on it. {@link Acs3Signer} and {@link RpcSigner} are
 * Alibaba Cloud's, {@link SdkSigner} and {@link ScopedSdkSigner} the two forms that Open Telekom Cloud's clients use of
 * one algorithm name. How they differ stands in one place, {@code Dialect}.
 *
 * <p>A signature covers what is sent and when, so it is made anew for each attempt, with a fresh time and nonce, from
 * exactly the headers and bytes that go out. Signers are immutable and safe for use by many threads; keep one, and one
 * {@link AccessKey}, since both hold key material that is costly to prepare.
 *
 * <p>Not for applications; may change in any release.
 */
@NullMarked
package io.github.cloudlb.core.signing;

import org.jspecify.annotations.NullMarked;
