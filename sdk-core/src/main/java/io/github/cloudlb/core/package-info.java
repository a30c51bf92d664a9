/**
 * What every cloud's client shares with its callers: requests and their answers, exceptions by meaning, limits and
 * options of a call, waiting. A call takes one path, whatever the cloud: a {@link io.github.cloudlb.core.Request} is
 * asked for its {@link io.github.cloudlb.core.Wire}, sent with an identity made for each attempt, repeated where that is
 * safe, and answered with a value or one {@link io.github.cloudlb.core.SdkException} that tells what became of it.
 */
@NullMarked
package io.github.cloudlb.core;

import org.jspecify.annotations.NullMarked;
