package org.backproof.verify.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.backproof.autodiff.expr.Derivative.gradient;
import static org.backproof.autodiff.expr.Functions.abs;
import static org.backproof.autodiff.expr.Functions.cos;
import static org.backproof.autodiff.expr.Functions.exp;
import static org.backproof.autodiff.expr.Functions.log;
import static org.backproof.autodiff.expr.Functions.logSoftmax;
import static org.backproof.autodiff.expr.Functions.logSumExp;
import static org.backproof.autodiff.expr.Functions.max;
import static org.backproof.autodiff.expr.Functions.mean;
import static org.backproof.autodiff.expr.Functions.relu;
import static org.backproof.autodiff.expr.Functions.sigmoid;
import static org.backproof.autodiff.expr.Functions.sin;
import static org.backproof.autodiff.expr.Functions.softmax;
import static org.backproof.autodiff.expr.Functions.softplus;
import static org.backproof.autodiff.expr.Functions.sqrt;
import static org.backproof.autodiff.expr.Functions.step;
import static org.backproof.autodiff.expr.Functions.sum;
import static org.backproof.autodiff.expr.Functions.tanh;
import static org.backproof.autodiff.expr.LinearAlgebra.determinant;
import static org.backproof.autodiff.expr.LinearAlgebra.diag;
import static org.backproof.autodiff.expr.LinearAlgebra.dot;
import static org.backproof.autodiff.expr.LinearAlgebra.eye;
import static org.backproof.autodiff.expr.LinearAlgebra.inverse;
import static org.backproof.autodiff.expr.LinearAlgebra.logDeterminant;
import static org.backproof.autodiff.expr.LinearAlgebra.norm;
import static org.backproof.autodiff.expr.LinearAlgebra.outer;
import static org.backproof.autodiff.expr.LinearAlgebra.trace;
import static org.backproof.autodiff.expr.Structure.insertAxes;

import java.time.Duration;
import java.util.stream.Stream;
import org.backproof.autodiff.expr.Expr;
import org.backproof.autodiff.expr.Structure;
import org.backproof.core.number.Rational;
import org.backproof.core.shape.Dim;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Textbook identities, each of which holds for every size; and near misses, which do not. */
class IdentitiesTest {
  private static final Prover PROVER = Prover.within(Duration.ofSeconds(10));

  private final Dim m = Dim.named("m");
  private final Dim n = Dim.named("n");
  private final Expr one = Expr.literal(1);
  private final Expr two = Expr.literal(2);
  private final Expr size = Expr.size(n);
  private final Expr s = Expr.variable("s");
  private final Expr t = Expr.variable("t");
  private final Expr u = Expr.variable("u", n);
  private final Expr v = Expr.variable("v", n);
  private final Expr w = Expr.variable("w", m);
  private final Expr a = Expr.variable("A", n, n);
  private final Expr b = Expr.variable("B", n, n);
  private final Expr x = Expr.variable("X", m, n);
  private final Expr y = Expr.variable("Y", m, n);

  private record Identity(String name, Expr left, Expr right) {}

  private static Identity claim(String name, Expr left, Expr right) {
    return new Identity(name, left, right);
  }

  private static Expr column(Expr e) {
    return insertAxes(e, 1);
  }

  private Stream<Identity> scalarFunctions() {
    return Stream.of(
        claim("exp(-s)", exp(s.negate()), exp(s).reciprocal()),
        claim("exp(s + t)", exp(s.plus(t)), exp(s).times(exp(t))),
        claim("exp(2 s)", exp(s.times(2)), exp(s).pow(2)),
        claim("sigmoid(-s)", sigmoid(s.negate()), one.minus(sigmoid(s))),
        claim("sigmoid", sigmoid(s), one.dividedBy(one.plus(exp(s.negate())))),
        claim("sigmoid by exp", sigmoid(s), exp(s).dividedBy(one.plus(exp(s)))),
        claim("1/sigmoid", sigmoid(s).reciprocal(), one.plus(exp(s.negate()))),
        claim("sigmoid'", gradient(sigmoid(s), s), sigmoid(s).times(one.minus(sigmoid(s)))),
        claim(
            "sigmoid of a sum",
            sigmoid(s.plus(t)),
            exp(s).times(exp(t)).dividedBy(one.plus(exp(s).times(exp(t))))),
        claim("sigmoid exp(-s)", sigmoid(s).times(exp(s.negate())), one.minus(sigmoid(s))),
        claim(
            "exp sigmoid squared",
            exp(s).times(sigmoid(s).pow(2)),
            exp(s).minus(sigmoid(s)).times(sigmoid(s))),
        claim("odds", sigmoid(s).dividedBy(one.minus(sigmoid(s))), exp(s)),
        claim("logit", log(sigmoid(s).dividedBy(one.minus(sigmoid(s)))), s),
        claim(
            "tanh", tanh(s), exp(s).minus(exp(s.negate())).dividedBy(exp(s).plus(exp(s.negate())))),
        claim("tanh'", gradient(tanh(s), s), one.minus(tanh(s).pow(2))),
        claim("tanh(-s)", tanh(s.negate()), tanh(s).negate()),
        claim("log sigmoid", log(sigmoid(s)), softplus(s.negate()).negate()),
        claim("log(1 - sigmoid)", log(one.minus(sigmoid(s))), softplus(s).negate()),
        claim("softplus", softplus(s), log(one.plus(exp(s)))),
        claim("softplus difference", softplus(s).minus(softplus(s.negate())), s),
        claim("softplus'", gradient(softplus(s), s), sigmoid(s)),
        claim("exp softplus", exp(softplus(s)), one.plus(exp(s))),
        claim("log exp", log(exp(s)), s),
        claim("exp log", exp(log(s)), s),
        claim("relu", relu(s), s.times(step(s))),
        claim("relu difference", relu(s).minus(relu(s.negate())), s),
        claim("abs", abs(s), relu(s).plus(relu(s.negate()))),
        claim("relu'", gradient(relu(s), s), step(s)),
        claim("leaky", relu(s.times(3)), relu(s).times(3)),
        claim("max", max(s, t), relu(s.minus(t)).plus(t)),
        claim("max symmetric", max(s, t), max(t, s)),
        claim("sqrt squared", sqrt(s).pow(2), s),
        claim("sqrt of square", sqrt(s.pow(2)), abs(s)),
        claim("sqrt'", gradient(sqrt(s), s), one.dividedBy(two.times(sqrt(s)))),
        claim("root of 8", sqrt(Expr.literal(8)), two.times(sqrt(two))),
        claim("pythagoras", sin(s).pow(2).plus(cos(s).pow(2)), one),
        claim("sin'", gradient(sin(s), s), cos(s)),
        claim("sin odd", sin(s.minus(t)), sin(t.minus(s)).negate()),
        claim("cos even", cos(s.minus(t)), cos(t.minus(s))),
        claim(
            "fractions",
            one.dividedBy(s.plus(t)).plus(one.dividedBy(s.minus(t))),
            two.times(s).dividedBy(s.pow(2).minus(t.pow(2)))),
        claim("quotient rule", gradient(s.dividedBy(one.plus(s)), s), one.plus(s).pow(-2)),
        claim("square of sum", s.plus(t).pow(2), s.pow(2).plus(s.times(t).times(2)).plus(t.pow(2))),
        claim("power rule", gradient(s.pow(Rational.of(3, 2)), s), sqrt(s).times(3).dividedBy(two)),
        claim("log of a square", log(exp(s).pow(2)), s.times(2)));
  }

  private Stream<Identity> matrices() {
    return Stream.of(
        claim("tr AB = tr BA", trace(x.matmul(y.transpose())), trace(y.transpose().matmul(x))),
        claim(
            "d tr(AXB)",
            gradient(trace(a.matmul(Expr.variable("Z", n, n)).matmul(b)), Expr.variable("Z", n, n)),
            a.transpose().matmul(b.transpose())),
        claim("d u'Av by A", gradient(dot(u, a.matmul(v)), a), outer(u, v)),
        claim("d u'Au by u", gradient(dot(u, a.matmul(u)), u), a.plus(a.transpose()).matmul(u)),
        claim("d tr(A'A)", gradient(trace(a.transpose().matmul(a)), a), two.times(a)),
        claim("d tr(A^2)", gradient(trace(a.matmul(a)), a), two.times(a.transpose())),
        claim(
            "d tr(A^3)",
            gradient(trace(a.matmul(a).matmul(a)), a),
            a.matmul(a).transpose().times(3)),
        claim(
            "d tr(XBX')",
            gradient(trace(x.matmul(b).matmul(x.transpose())), x),
            x.matmul(b.transpose()).plus(x.matmul(b))),
        claim("Frobenius", gradient(x.minus(y).pow(2).sum(), x), two.times(x.minus(y))),
        claim(
            "least squares",
            gradient(x.matmul(u).minus(w).pow(2).sum(), u),
            two.times(x.transpose().matmul(x.matmul(u).minus(w)))),
        claim("norm", gradient(norm(u), u), u.dividedBy(norm(u))),
        claim("norm squared", norm(u).pow(2), dot(u, u)),
        claim(
            "d norm(Xu - w)",
            gradient(norm(x.matmul(u).minus(w)), u),
            x.transpose().matmul(x.matmul(u).minus(w)).dividedBy(norm(x.matmul(u).minus(w)))),
        claim("eye", a.matmul(eye(n)), a),
        claim("diag", diag(diag(u)), u),
        claim("diag product", diag(u).matmul(x.transpose()), column(u).times(x.transpose())),
        claim("trace of eye", trace(eye(n)), size),
        claim("sum of ones", Structure.ones(m, n).sum(), Expr.size(m).times(size)),
        claim("inv A A", inverse(a).matmul(a), eye(n)),
        claim("A inv A", a.matmul(inverse(a)), eye(n)),
        claim("B A inv A", b.matmul(a).matmul(inverse(a)), b),
        claim("A inv(A) B u", a.matmul(inverse(a).matmul(b.matmul(u))), b.matmul(u)),
        claim("inv of transpose", inverse(a.transpose()), inverse(a).transpose()),
        claim("inv of product", inverse(a.matmul(b)), inverse(b).matmul(inverse(a))),
        claim("inv of inv", inverse(inverse(a)), a),
        claim(
            "d tr inv",
            gradient(trace(inverse(a)), a),
            inverse(a).matmul(inverse(a)).transpose().negate()),
        claim(
            "d u' inv(A) v",
            gradient(dot(u, inverse(a).matmul(v)), a),
            outer(inverse(a).transpose().matmul(u), inverse(a).matmul(v)).negate()),
        claim("d logdet", gradient(logDeterminant(a), a), inverse(a).transpose()),
        claim("d det", gradient(determinant(a), a), determinant(a).times(inverse(a).transpose())),
        claim("d log det", gradient(log(determinant(a)), a), inverse(a).transpose()),
        claim("logdet = log det", log(determinant(a)), logDeterminant(a)),
        claim("det of product", determinant(a.matmul(b)), determinant(b).times(determinant(a))),
        claim("det of transpose", determinant(a.transpose()), determinant(a)),
        claim(
            "d logdet X'X",
            gradient(logDeterminant(x.transpose().matmul(x)), x),
            two.times(x.matmul(inverse(x.transpose().matmul(x))))),
        claim(
            "ridge inverse",
            x.transpose()
                .matmul(x)
                .plus(s.times(eye(n)))
                .matmul(inverse(x.transpose().matmul(x).plus(s.times(eye(n))))),
            eye(n)),
        claim(
            "d logdet by inv",
            gradient(logDeterminant(inverse(a)), a),
            inverse(a).transpose().negate()));
  }

  private Stream<Identity> reductions() {
    Expr p = softmax(x, 1);
    Expr row = softmax(u, 0);
    Expr mu = mean(u).named("mu");
    Expr centred = u.minus(mu).named("c");
    Expr var = mean(centred.pow(2)).named("var");
    Expr rstd = var.plus(s).pow(Rational.of(-1, 2)).named("rstd");
    Expr normal = centred.times(rstd).named("xhat");
    Expr cost = dot(normal, v).named("J");
    return Stream.of(
        claim("softmax sums to 1", sum(p, 1), Structure.ones(m)),
        claim("softmax", row, exp(u).dividedBy(exp(u).sum())),
        claim("softmax shift", softmax(u.minus(s), 0), row),
        claim("log softmax", log(row), u.minus(logSumExp(u, 0))),
        claim("log softmax 2", logSoftmax(x, 1), log(p)),
        claim("d logsumexp", gradient(logSumExp(u, 0), u), row),
        claim("d log sum exp", gradient(log(exp(u).sum()), u), row),
        claim("exp lse", exp(logSumExp(u, 0)), exp(u).sum()),
        claim("softmax Jacobian", gradient(dot(v, row), u), row.times(v.minus(dot(row, v)))),
        claim(
            "cross entropy",
            gradient(y.times(log(p)).sum().negate(), x),
            p.times(column(sum(y, 1))).minus(y)),
        claim(
            "cross entropy, lse",
            gradient(logSumExp(x, 1).sum().minus(x.times(y).sum()), x),
            p.minus(y)),
        claim("mean", gradient(mean(u.pow(2)), u), two.times(u).dividedBy(size)),
        claim("variance", mean(centred.pow(2)), mean(u.pow(2)).minus(mean(u).pow(2))),
        claim("centred sums to 0", centred.sum(), Expr.literal(0)),
        claim("d var", gradient(var, u), two.times(centred).dividedBy(size)),
        claim(
            "layer norm",
            gradient(cost, u),
            rstd.times(v.minus(mean(v)).minus(normal.times(mean(v.times(normal)))))),
        claim("product of sums", u.sum().times(v.sum()), outer(u, v).sum()),
        claim("antisymmetric", sum(column(u).minus(insertAxes(u, 0))), Expr.literal(0)),
        claim(
            "pairwise",
            sum(column(u).minus(insertAxes(u, 0)).pow(2)),
            two.times(size).times(dot(u, u)).minus(two.times(u.sum().pow(2)))));
  }

  private Stream<Identity> nearMisses() {
    Expr p = softmax(x, 1);
    return Stream.of(
        claim("tr AB", gradient(trace(a.matmul(b)), a), b),
        claim("u'Au", gradient(dot(u, a.matmul(u)), u), two.times(a).matmul(u)),
        claim("sigmoid'", gradient(sigmoid(s), s), sigmoid(s)),
        claim("sign", gradient(x.minus(y).pow(2).sum(), x), two.times(y.minus(x))),
        claim("factor", gradient(mean(u.pow(2)), u), two.times(u)),
        claim("softmax axis", sum(p, 1), sum(softmax(x, 0), 1)),
        claim("softmax gradient", gradient(y.times(log(p)).sum().negate(), x), p.minus(y)),
        claim("inverse order", inverse(a.matmul(b)), inverse(a).matmul(inverse(b))),
        claim("inverse transpose", gradient(logDeterminant(a), a), inverse(a)),
        claim("sqrt of square", sqrt(s.pow(2)), s),
        claim("log of square", log(s.pow(2)), log(s).times(2)),
        claim("tanh", gradient(tanh(s), s), one.minus(tanh(s))),
        claim("abs", abs(s), s),
        claim("commutes", a.matmul(b), b.matmul(a)),
        claim("symmetric", a, a.transpose()),
        claim("sizes", Expr.size(m), size),
        claim("sums", u.sum().pow(2), u.pow(2).sum()),
        claim("exp sum", exp(u.sum()), exp(u).sum()),
        claim("softplus", softplus(s.negate()), softplus(s)),
        claim("sin", sin(s.negate()), sin(s)));
  }

  @TestFactory
  Stream<DynamicTest> identitiesAreProved() {
    return Stream.of(scalarFunctions(), matrices(), reductions())
        .flatMap(claims -> claims)
        .map(
            claim ->
                DynamicTest.dynamicTest(
                    claim.name(),
                    () ->
                        assertThat(PROVER.prove(new Equality(claim.left(), claim.right())))
                            .isInstanceOf(Proof.class)));
  }

  @TestFactory
  Stream<DynamicTest> proofsHoldStepByStep() {
    return Stream.of(scalarFunctions(), matrices(), reductions())
        .flatMap(claims -> claims)
        .map(
            identity ->
                DynamicTest.dynamicTest(
                    identity.name(),
                    () -> {
                      Equality claim = new Equality(identity.left(), identity.right());
                      Proof proof = (Proof) PROVER.recordingSteps().prove(claim);
                      assertThat(proof.steps()).isNotEmpty();
                      assertThat(Replay.failures(claim, proof, 7)).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> nearMissesAreNotProved() {
    return nearMisses()
        .map(
            claim ->
                DynamicTest.dynamicTest(
                    claim.name(),
                    () ->
                        assertThat(PROVER.prove(new Equality(claim.left(), claim.right())))
                            .isInstanceOf(Unproved.class)));
  }
}
