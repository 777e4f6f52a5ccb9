using Amazon.CDK;
using BatchResource.SampleApp;

var app = new App();
_ = new NightlySummariesStack(app, "NightlySummaries", SampleSettings.From(app));
_ = new PrivateTranslationsStack(app, "PrivateTranslations");
_ = new ReviewedAnswersStack(app, "ReviewedAnswers");
_ = new ProductVectorsStack(app, "ProductVectors");
app.Synth();
