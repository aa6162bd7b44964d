package org.backproof.verify.notation;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.backproof.verify.notation.Source.Line;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The lines of a Markdown text that stand in fenced blocks of derivations. */
final class MarkdownBlocks extends AbstractVisitor {
  private final List<String> file;
  private final ImmutableList.Builder<Line> lines = ImmutableList.builder();

  private MarkdownBlocks(List<String> file) {
    this.file = file;
  }

  static ImmutableList<Line> lines(List<String> file) {
    MarkdownBlocks blocks = new MarkdownBlocks(file);
    Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .inlineParserFactory(context -> (text, node) -> {})
        .build()
        .parse(String.join("\n", file))
        .accept(blocks);
    return blocks.lines.build();
  }

  @Override
  public void visit(FencedCodeBlock block) {
    if (block.getInfo() == null || !block.getInfo().strip().matches("backproof(\\s.*)?")) {
      return;
    }
    List<SourceSpan> spans = block.getSourceSpans();
    int inner = spans.size() - (block.getClosingFenceLength() == null ? 1 : 2);
    for (int i = 1; i <= inner; i++) {
      int index = spans.get(i).getLineIndex();
      String whole = file.get(index);
      int offset = Math.min(spans.get(i).getColumnIndex(), whole.length());
      offset += indent(whole, offset, block.getFenceIndent());
      lines.add(new Line(whole.substring(offset), whole, index + 1, offset, i == 1));
    }
  }

  /** How many blanks to take off: as many as the fence has before it, where they are there. */
  private static int indent(String line, int from, int most) {
    int blanks = 0;
    while (blanks < most && from + blanks < line.length() && line.charAt(from + blanks) == ' ') {
      blanks++;
    }
    return blanks;
  }
}
