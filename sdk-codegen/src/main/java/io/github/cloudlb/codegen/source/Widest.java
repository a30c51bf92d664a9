package io.github.cloudlb.codegen.source;

import io.github.cloudlb.codegen.Constraint;
import io.github.cloudlb.codegen.Uncertain;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** The widest limit any source states: where they disagree, the service has the last word. */
final class Widest {
    private Widest() {}

    static @Nullable Integer maxItems(Constraint here) {
        BigDecimal widest = max(here.maxItems() == null ? null : BigDecimal.valueOf(here.maxItems()), "maxItems", here);
        return widest == null ? null : widest.intValue();
    }

    static @Nullable BigDecimal max(Constraint here) {
        return max(here.max(), "max", here);
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
