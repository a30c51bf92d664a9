/**
 * Forwarding rules: what a listener does with requests, or with their answers, that meet some conditions. A change is accepted first
 * and done later, by a job; until then the rule and its listener refuse further ones.
 */
@NullMarked
package io.github.cloudlb.alibaba.rule;

import org.jspecify.annotations.NullMarked;
