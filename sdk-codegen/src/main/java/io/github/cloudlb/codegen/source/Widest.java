package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Uncertain;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The widest limit any source states: where they disagree, the service has the last word. */
final class Widest {
    private Widest() {}

    static List<JsonNode> allowed(Constraint here) {
        List<JsonNode> widest = new ArrayList<>(here.allowed());
        here.uncertain().stream()
                .filter(other -> other.fact().equals("enum") && !widest.isEmpty())
                .forEach(other -> other.value().forEach(widest::add));
        return widest;
    }

    static @Nullable Integer maxItems(Constraint here) {
        BigDecimal widest = max(here.maxItems() == null ? null : BigDecimal.valueOf(here.maxItems()), "maxItems", here);
        return widest == null ? null : widest.intValue();
    }

    static @Nullable BigDecimal max(Constraint here) {
        return max(here.max(), "max", here);
    }

    /** The least limit of all cases; null unless each states both. */
    static @Nullable BigDecimal caseMin(Constraint here) {
        return bounded(here)
                ? here.cases().stream()
                        .map(Constraint.Case::min)
                        .min(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    /** The greatest limit of all cases; null unless each states both. */
    static @Nullable BigDecimal caseMax(Constraint here) {
        return bounded(here)
                ? here.cases().stream()
                        .map(Constraint.Case::max)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    private static boolean bounded(Constraint here) {
        return here.cases().stream().allMatch(one -> one.min() != null && one.max() != null);
    }

    private static @Nullable BigDecimal max(@Nullable BigDecimal stated, String fact, Constraint here) {
        BigDecimal widest = stated;
        for (Uncertain other : here.uncertain()) {
            if (other.fact().equals(fact) && other.value().isNumber() && widest != null) {
                widest = widest.max(other.value().decimalValue());
            }
        }
        return widest;
    }
}
