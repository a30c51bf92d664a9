/**
 * Resource groups, by which rights and bills are told apart. Moving a resource changes nothing else of it, and has neither
 * client token nor dry run.
 */
@NullMarked
package io.github.cloudlb.alibaba.resourcegroup;

import org.jspecify.annotations.NullMarked;
