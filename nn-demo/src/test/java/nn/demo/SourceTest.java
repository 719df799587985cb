package nn.demo;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** House rules that only the sources can tell. */
class SourceTest {
  private static final int MOST_LINES = 300;
  private static final Path ROOT = requireNonNull(Path.of("").toAbsolutePath().getParent());
  private static final Set<String> BANNED_PACKAGES = Set.of("impl", "base", "util", "common");

  @Test
  void noFileIsLongerThanThreeHundredLines() {
    assertEquals(
        List.of(),
        sources().filter(file -> lines(file) > MOST_LINES).map(ROOT::relativize).toList());
  }

  @Test
  void noPackageHasANameThatSaysNothing() {
    assertEquals(
        List.of(),
        sources()
            .map(file -> requireNonNull(file.getParent()).getFileName().toString())
            .filter(BANNED_PACKAGES::contains)
            .toList());
  }

  @Test
  void everyPublicTypeAndMemberHasAComment() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      List<Path> sources = sources().filter(file -> !isDescriptor(file)).toList();
      assertTrue(sources.size() > 100, () -> "Only " + sources.size() + " files were seen.");
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      Undocumented undocumented = new Undocumented(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        undocumented.scan(unit, null);
      }
      assertEquals(List.of(), undocumented.found);
    }
  }

  /** Walks public types and collects what lacks a comment. */
  private static final class Undocumented extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final List<String> found = new ArrayList<>();

    Undocumented(DocTrees docs) {
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type.getModifiers())) {
        return null;
      }
      require(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      // The constructor without arguments of a plugin's record has a comment like any other.
      if (isPublic(method.getModifiers()) && !overrides(method)) {
        require(method.getName().toString());
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, Void nothing) {
      if (isPublic(field.getModifiers())) {
        require(field.getName().toString());
      }
      return null;
    }

    /** Members of interfaces are public without saying so. */
    private boolean isPublic(ModifiersTree modifiers) {
      Set<Modifier> flags = modifiers.getFlags();
      TreePath parent = getCurrentPath().getParentPath();
      boolean inInterface =
          parent.getLeaf().getKind() == Tree.Kind.INTERFACE
              || parent.getLeaf().getKind() == Tree.Kind.ANNOTATION_TYPE;
      return flags.contains(Modifier.PUBLIC)
          || flags.contains(Modifier.PROTECTED)
          || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    private static boolean overrides(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
    }

    private void require(String name) {
      TreePath path = getCurrentPath();
      if (docs.getDocComment(path) == null) {
        CompilationUnitTree unit = path.getCompilationUnit();
        long line =
            unit.getLineMap()
                .getLineNumber(docs.getSourcePositions().getStartPosition(unit, path.getLeaf()));
        Path file = Path.of(unit.getSourceFile().getName());
        found.add(file.getFileName() + ":" + line + " " + name);
      }
    }
  }

  private static boolean isDescriptor(Path file) {
    return file.endsWith("module-info.java") || file.endsWith("package-info.java");
  }

  /** Every file under src/main/java of every module. */
  private static Stream<Path> sources() {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.sorted().toList()) {
        Path main = module.resolve("src/main/java");
        if (Files.isDirectory(main)) {
          try (Stream<Path> files = Files.walk(main)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.stream();
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
