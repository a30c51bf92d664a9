package io.github.cloudlb.alibaba.walk;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** What an accessor returns, without what is around it. */
record JavaShape(Class<?> type, boolean isList) {
    static JavaShape of(Method accessor) {
        return of(accessor.getGenericReturnType());
    }

    static JavaShape of(Type returned) {
        if (returned instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return of(inner);
            }
            if (generic.getRawType() == List.class) {
                return new JavaShape((Class<?>) inner, true);
            }
            return new JavaShape((Class<?>) generic.getRawType(), false);
        }
        return new JavaShape((Class<?>) returned, false);
    }

    boolean isWhole() {
        return type == int.class || type == Integer.class || type == long.class || type == Long.class;
    }

    boolean isBoolean() {
        return type == boolean.class || type == Boolean.class;
    }
}
