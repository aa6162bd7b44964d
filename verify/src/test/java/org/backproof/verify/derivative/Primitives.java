package org.backproof.verify.derivative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.backproof.autodiff.expr.Primitive;

/** All primitives there are, found among the classes of the package that holds them. */
final class Primitives {
  private static final String PACKAGE = Primitive.class.getPackageName();

  private Primitives() {}

  /**
   * A key for each primitive: the class, such as {@code Gather.ScatterAdd}, and where a class has
   * its instances as constants, each of these, such as {@code UnaryFunction.EXP}.
   */
  static Set<String> keys() {
    return classes()
        .filter(Primitive.class::isAssignableFrom)
        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
        .flatMap(Primitives::keys)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The key of a primitive. */
  static String key(Primitive primitive) {
    return constants(primitive.getClass())
        .filter(constant -> value(constant) == primitive)
        .map(Primitives::name)
        .findFirst()
        .orElseGet(() -> name(primitive.getClass()));
  }

  private static Stream<String> keys(Class<?> type) {
    return constants(type).findAny().isPresent()
        ? constants(type).map(Primitives::name)
        : Stream.of(name(type));
  }

  private static Stream<Field> constants(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .filter(field -> field.getType() == type);
  }

  private static Object value(Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static String name(Field constant) {
    return name(constant.getDeclaringClass()) + "." + constant.getName();
  }

  private static String name(Class<?> type) {
    return type.getName().substring(PACKAGE.length() + 1).replace('$', '.');
  }

  private static Stream<Class<?>> classes() {
    String module = Primitive.class.getModule().getName();
    try (ModuleReader reader =
        ModuleLayer.boot().configuration().findModule(module).orElseThrow().reference().open()) {
      return reader
          .list()
          .filter(file -> file.startsWith(PACKAGE.replace('.', '/') + "/"))
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .<Class<?>>map(Primitives::load)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
