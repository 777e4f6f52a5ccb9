using Amazon.CDK;
using BatchResource.SampleApp;

var app = new App();
var settings = SampleSettings.From(app);
_ = new NightlySummariesStack(app, "NightlySummaries", settings);
app.Synth();
