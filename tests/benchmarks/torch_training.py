"""PyTorch's side of the comparison in TorchComparison.java: builds the network it is told, then trains it as often as it is asked.

First line of input, JSON: {"width": w, "height": h, "convolutions": [[filters, kernel, stride], ...], "dense": [units, ...],
"outputs": n, "batch": n, "threads": n, "learningRate": x, "files": {"weights": path, "pictures": path, "actions": path}}; the files hold float32
values, the weights in the order of whetstone's ConvolutionalNetwork. Every further line is a number of mini-batches; the answer is a
line "wall seconds, processor seconds, last loss". Answers "ready" or "missing: why" first.
"""
import json
import sys
import time

try:
    import torch
except ImportError as missing:
    print("missing:", missing, flush=True)
    sys.exit(0)


def network(asked):
    layers, channels, width, height = [], 3, asked["width"], asked["height"]
    for filters, kernel, stride in asked["convolutions"]:
        layers += [torch.nn.Conv2d(channels, filters, kernel, stride), torch.nn.ReLU()]
        channels, width, height = filters, (width - kernel) // stride + 1, (height - kernel) // stride + 1
    layers.append(torch.nn.Flatten())
    units = channels * width * height
    for dense in asked["dense"]:
        layers += [torch.nn.Linear(units, dense), torch.nn.ReLU()]
        units = dense
    return torch.nn.Sequential(*layers, torch.nn.Linear(units, asked["outputs"]))


def read(path, count):
    return torch.from_file(path, size=count, dtype=torch.float32).clone()


def set_weights(model, path):
    parameters = list(model.parameters())
    flat = read(path, sum(parameter.numel() for parameter in parameters))
    with torch.no_grad():
        for parameter in parameters:
            parameter.copy_(flat[:parameter.numel()].view_as(parameter))
            flat = flat[parameter.numel():]


def main():
    asked = json.loads(sys.stdin.readline())
    torch.set_num_threads(asked["threads"])
    model = network(asked)
    set_weights(model, asked["files"]["weights"])
    batch, width, height = asked["batch"], asked["width"], asked["height"]
    pictures = read(asked["files"]["pictures"], batch * 3 * height * width).view(batch, 3, height, width)
    actions = read(asked["files"]["actions"], batch * asked["outputs"]).view(batch, asked["outputs"])
    optimiser = torch.optim.Adam(model.parameters(), lr=asked["learningRate"])
    print("ready", torch.__version__, flush=True)
    for line in sys.stdin:
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(int(line)):
            optimiser.zero_grad(set_to_none=True)
            loss = torch.nn.functional.mse_loss(model(pictures), actions)
            loss.backward()
            optimiser.step()
            last = loss.item()
        print(time.perf_counter() - wall, time.process_time() - processor, last, flush=True)


main()
