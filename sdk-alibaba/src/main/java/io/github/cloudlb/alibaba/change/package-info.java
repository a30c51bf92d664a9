/**
 * Changes of more things than one call takes: as many calls as it needs, and an exception that tells what became of each
 * thing if not all went well.
 */
@NullMarked
package io.github.cloudlb.alibaba.change;

import org.jspecify.annotations.NullMarked;
