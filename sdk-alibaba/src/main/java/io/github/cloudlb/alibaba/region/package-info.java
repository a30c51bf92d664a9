/**
 * Regions and their zones. Nothing changes them; a client asks about the zones of its own region only.
 */
@NullMarked
package io.github.cloudlb.alibaba.region;

import org.jspecify.annotations.NullMarked;
