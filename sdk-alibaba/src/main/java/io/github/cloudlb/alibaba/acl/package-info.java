/**
 * Access control lists: networks that a listener lets in or keeps out. A change is accepted first and done later, by a job; until
 * then the list refuses further ones, as does the listener it is being associated with. Only a new name is there at once.
 */
@NullMarked
package io.github.cloudlb.alibaba.acl;

import org.jspecify.annotations.NullMarked;
